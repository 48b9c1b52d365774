import { join } from 'node:path'
import protobuf from 'protobufjs'
import type { Network } from './network.ts'

/** Names of the network's input and output within the file. */
export const INPUT = 'features'
export const OUTPUT = 'probabilities'

/** Intermediate representation 8 and operator set 17: ONNX 1.12, of 2022. */
const IR_VERSION = 8
const OPERATOR_SET = 17
/** `TensorProto.DataType.FLOAT`. */
const FLOAT = 1

/**
 * A network as an ONNX file: one row of normalised features in, one probability a class out. Each
 * layer is a Gemm (y = x·W + b, attributes as they are when left out), then Relu or, behind the
 * last, Softmax over the last axis.
 */
export function writeOnnx(network: Network, name: string): Uint8Array {
  const model = protobuf
    .loadSync(join(import.meta.dirname, 'onnx.proto'))
    .lookupType('onnx.ModelProto')
  const last = network.length - 1
  const layers = network.map((layer, index) => {
    const dense = `dense${index}`
    const behind = index === last ? OUTPUT : `hidden${index}`
    const before = index === 0 ? INPUT : `hidden${index - 1}`
    return {
      nodes: [
        node('Gemm', [before, `weights${index}`, `biases${index}`], dense),
        node(index === last ? 'Softmax' : 'Relu', [dense], behind),
      ],
      tensors: [
        tensor(`weights${index}`, [layer.inputs, layer.outputs], layer.weights),
        tensor(`biases${index}`, [layer.outputs], layer.biases),
      ],
    }
  })
  const message = {
    irVersion: IR_VERSION,
    producerName: 'ghtrader-workstation',
    opsetImport: [{ domain: '', version: OPERATOR_SET }],
    graph: {
      name,
      node: layers.flatMap(({ nodes }) => nodes),
      initializer: layers.flatMap(({ tensors }) => tensors),
      input: [value(INPUT, network[0]!.inputs)],
      output: [value(OUTPUT, network[last]!.outputs)],
    },
  }
  const wrong = model.verify(message)
  if (wrong !== null) throw new Error(`the ONNX message does not fit its schema: ${wrong}`)
  return model.encode(message).finish()
}

function node(operator: string, input: readonly string[], output: string): object {
  return { opType: operator, name: `${operator} ${output}`, input, output: [output] }
}

/** Numbers travel as raw little-endian 32-bit floats. */
function tensor(name: string, dims: readonly number[], values: Float64Array): object {
  const rawData = new Uint8Array(values.length * 4)
  const view = new DataView(rawData.buffer)
  values.forEach((number, index) => view.setFloat32(index * 4, number, true))
  return { name, dims, dataType: FLOAT, rawData }
}

function value(name: string, width: number): object {
  const dim = [{ dimValue: 1 }, { dimValue: width }]
  return { name, type: { tensorType: { elemType: FLOAT, shape: { dim } } } }
}
