"""Times an ONNX model on this machine and prints milliseconds, one run a line.

    python3 time_onnx.py MODEL.onnx [RUNS] [THREADS] [PROVIDER]

PROVIDER is one of ONNX Runtime's execution providers, such as CPUExecutionProvider, CUDAExecutionProvider or
TensorrtExecutionProvider. Needs onnxruntime and numpy, any Python 3.
"""

import sys
import time

import numpy
import onnxruntime

WARM_UP = 10


def main(model, runs="60", threads="1", provider="CPUExecutionProvider"):
    available = onnxruntime.get_available_providers()
    if provider not in available:
        sys.exit(f"a provider must be one of {available}, but was {provider}")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(threads)
    session = onnxruntime.InferenceSession(model, options, providers=[provider])
    random = numpy.random.default_rng(1)
    inputs = {i.name: random.uniform(-1, 1, i.shape).astype(numpy.float32) for i in session.get_inputs()}
    print(f"# ONNX Runtime {onnxruntime.__version__}, {session.get_providers()[0]}, {threads} threads")
    for run in range(-WARM_UP, int(runs)):
        start = time.perf_counter()
        session.run(None, inputs)
        end = time.perf_counter()
        if run >= 0:
            print(f"{(end - start) * 1e3:.6f}")


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
