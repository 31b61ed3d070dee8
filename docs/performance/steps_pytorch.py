#!/usr/bin/env python3
"""Training steps in plain PyTorch, for `nas bench steps --peer 'python3 docs/performance/steps_pytorch.py'`.

Reads the layers, the batch and the number of steps from the JSON file that is its last argument, builds the network, trains it on noise
(forward, cross-entropy, backward, Adam) and prints the seconds of each step after the warm-up.
"""
import json
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn


class LayerList(nn.Module):
    """The network as the list of its layers; a feature map is forgotten after its last use."""

    def __init__(self, layers):
        super().__init__()
        self.layers = layers
        self.parts = nn.ModuleList(self.part(layer) for layer in layers)
        self.last_use = {i: n for n, layer in enumerate(layers) for i in layer["inputs"]}

    def part(self, layer):
        numbers = layer["numbers"]
        if layer["operation"] == "convolution":
            channels = self.layers[layer["inputs"][0]]["output"]["channels"]
            conv = nn.Conv2d(
                channels,
                numbers["outChannels"],
                numbers["kernel"],
                numbers["stride"],
                numbers["padding"],
                numbers["dilation"],
                numbers["groups"],
                numbers["bias"],
            )
            nn.init.kaiming_normal_(conv.weight, mode="fan_out")
            return conv
        if layer["operation"] == "batchnorm":
            return nn.BatchNorm2d(layer["output"]["channels"])
        return nn.Identity()

    def forward(self, image):
        maps = {}
        for n, (layer, part) in enumerate(zip(self.layers, self.parts)):
            inputs = [maps[i] for i in layer["inputs"]]
            operation, numbers = layer["operation"], layer["numbers"]
            if operation == "input":
                maps[n] = image
            elif operation in ("convolution", "batchnorm"):
                maps[n] = part(inputs[0])
            elif operation == "relu":
                maps[n] = torch.relu(inputs[0])
            elif operation == "sigmoid":
                maps[n] = torch.sigmoid(inputs[0])
            elif operation == "multiply":
                maps[n] = inputs[0] * inputs[1]
            elif operation == "add":
                maps[n] = sum(inputs[1:], inputs[0])
            elif operation == "concatenate":
                maps[n] = torch.cat(inputs, 1)
            elif operation == "averagepool":
                kernel = (numbers["kernelHeight"], numbers["kernelWidth"])
                stride = (numbers["strideHeight"], numbers["strideWidth"])
                maps[n] = F.avg_pool2d(inputs[0], kernel, stride, numbers["padding"], count_include_pad=False)
            elif operation == "resize":
                size = (numbers["height"], numbers["width"])
                maps[n] = F.interpolate(inputs[0], size, mode="bilinear", align_corners=False)
            else:
                raise ValueError("no way to run a layer of kind " + operation)
            for i in layer["inputs"]:
                if self.last_use[i] == n:
                    maps.pop(i, None)
        return maps[len(self.layers) - 1]


def main():
    with open(sys.argv[-1]) as file:
        request = json.load(file)
    torch.set_num_threads(1)
    torch.manual_seed(1)
    layers = request["layers"]
    image, scores = layers[0]["output"], layers[-1]["output"]
    images = torch.rand(request["batch"], 3, image["height"], image["width"]) * 2 - 1
    labels = torch.randint(scores["channels"], (request["batch"], image["height"], image["width"]))
    network = LayerList(layers)
    optimizer = torch.optim.Adam(network.parameters(), request["learning-rate"], foreach=True)
    for step in range(request["warm-up"] + request["steps"]):
        start = time.perf_counter()
        optimizer.zero_grad(set_to_none=True)
        F.cross_entropy(network(images), labels).backward()
        optimizer.step()
        if step >= request["warm-up"]:
            print(time.perf_counter() - start)


if __name__ == "__main__":
    main()
