internal import CZlib

/// The bytes that were compressed with DEFLATE (RFC 1951), from `start` on; nil when they are damaged, or become more than
/// `limit` bytes.
func inflated(_ source: Span<UInt8>, from start: Int = 0, limit: Int) -> [UInt8]? {
  var stream = z_stream()
  // A window of 15 bits, without a header.
  guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
  defer { inflateEnd(&stream) }
  var out: [UInt8] = []
  return source.withUnsafeBufferPointer { source -> [UInt8]? in
    guard start < source.count, let bytes = source.baseAddress else { return nil }
    stream.next_in = UnsafeMutablePointer(mutating: bytes + start)
    stream.avail_in = UInt32(clamping: source.count - start)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let status = block.withUnsafeMutableBufferPointer { block in
        stream.next_out = block.baseAddress
        stream.avail_out = UInt32(block.count)
        return inflate(&stream, Z_NO_FLUSH)
      }
      out += block[..<(block.count - Int(stream.avail_out))]
      guard out.count <= limit else { return nil }
      if status == Z_STREAM_END { return out }
      guard status == Z_OK else { return nil }
    }
  }
}
