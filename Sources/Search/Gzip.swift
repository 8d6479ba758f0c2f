internal import CZlib

/// The bytes as gzip writes them, with no name and no time: the same each time.
func gzipped(_ bytes: [UInt8]) -> [UInt8] {
  var stream = z_stream()
  // 15 bits of window, and 16 for the header of gzip.
  let opened = deflateInit2_(
    &stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  precondition(opened == Z_OK, "zlib has no memory")
  defer { deflateEnd(&stream) }
  let room = Int(deflateBound(&stream, UInt(bytes.count)))
  return [UInt8](unsafeUninitializedCapacity: room) { out, count in
    bytes.withUnsafeBufferPointer { input in
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = UInt32(input.count)
      stream.next_out = out.baseAddress
      stream.avail_out = UInt32(room)
      let ended = deflate(&stream, Z_FINISH)
      precondition(ended == Z_STREAM_END, "there is room for the whole")
      count = room - Int(stream.avail_out)
    }
  }
}
