import Formats

extension Frame {
    /// The readings in `bytes`, taken as frames that a worker sent, up to what is none: what the program makes of a worker that
    /// a document took over. Linear.
    package static func readings(inFramesOf bytes: [UInt8]) -> [Reading] {
        var rest = bytes[...]
        var readings: [Reading] = []
        while rest.count >= headerSize, let (kind, length) = parse(header: rest.prefix(headerSize)) {
            rest = rest.dropFirst(headerSize)
            guard rest.count >= length else { break }
            let frame = Frame(kind: kind, payload: Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
            switch kind {
            case .greeting: _ = frame.greetedVersion
            case .reading: if let reading = try? frame.reading() { readings.append(reading) }
            case .fault, .refusal: _ = try? frame.error()
            case .request, .inspect: _ = try? frame.request()
            case .inspected:
                let inspection: FeedInspection? = try? frame.plain()
                _ = inspection
            case .end, .fetch, .fetched, .body, .unfetched: break
            }
        }
        return readings
    }

    /// The frames of a worker that greets, and reads `readings`.
    package static func bytes(of readings: [Reading]) -> [UInt8] {
        ([greeting] + readings.map { answer(.success($0)) } + [end]).flatMap { header($0.kind, length: $0.payload.count) + $0.payload }
    }
}
