export { openOnnxModel } from './onnx.ts'
