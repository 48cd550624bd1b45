import Articles
import FoundationEssentials
import Formats

/// What goes over the socket between the program and a worker: a byte for the kind, four for the length (little endian), and
/// then so many bytes.
///
/// The worker greets once. Then, for each file: a request one way; the other way its articles one by one, each as soon
/// as it is read, with errors among them that cost one article, and then `end`; or `refusal` where the file as a whole
/// cannot be read.
package enum FrameKind: UInt8, CaseIterable {
    case greeting = 1
    case request, reading, fault, refusal, end
    /// To and from a process that fetches: a request; its answer and, in a frame of its own, the document; or an error.
    case fetch, fetched, body, unfetched
    /// What a document is: asked for like a file to be read, answered at once.
    case inspect, inspected
}

package struct Frame {
    /// Raised whenever what is sent is otherwise coded.
    static let version = 2
    static let headerSize = 5
    /// Bytes of the largest frame. A file has an upper limit of its own, and so has what can be read from it.
    static let largest = 256 << 20
    static let greetingText = "dossier-worker"

    var kind: FrameKind
    var payload: [UInt8]

    static func header(_ kind: FrameKind, length: Int) -> [UInt8] {
        [kind.rawValue] + (0..<4).map { UInt8(truncatingIfNeeded: length >> ($0 * 8)) }
    }

    /// Kind and length of a header of ``headerSize`` bytes; nothing where it is none.
    static func parse(header: some BidirectionalCollection<UInt8>) -> (kind: FrameKind, length: Int)? {
        guard let first = header.first, let kind = FrameKind(rawValue: first) else { return nil }
        let length = header.dropFirst().reversed().reduce(0) { $0 << 8 | Int($1) }
        return length <= largest ? (kind, length) : nil
    }

    private func read<Value>(_ body: (inout WireReader) throws(WireFault) -> Value) throws(WireFault) -> Value {
        let result = payload.withUnsafeBytes { bytes -> Result<Value, WireFault> in
            var reader = WireReader(bytes)
            do throws(WireFault) {
                let value = try body(&reader)
                try reader.end()
                return .success(value)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}

// MARK: Greeting

extension Frame {
    static var greeting: Frame {
        var writer = WireWriter()
        writer.write(greetingText)
        writer.write(version)
        return Frame(kind: .greeting, payload: writer.bytes)
    }

    /// The version that the other side speaks; nothing where it is no worker at all.
    var greetedVersion: Int? {
        let version = try? read { reader throws(WireFault) -> Int in
            guard try reader.text() == Self.greetingText else { throw WireFault() }
            return try reader.number()
        }
        return kind == .greeting ? version : nil
    }
}

// MARK: Requests

/// A file to be read.
struct ReadRequest: Hashable {
    var file: SourceFile
    var format: FileFormat
    var limits: FormatLimits
    /// Seconds of processor time that the worker may take, some more than its parent waits for.
    var seconds: Int

    /// All but the bytes of the file, which follow: so that they need not be copied into one array with these.
    func preamble(_ limits: [UInt8]) -> [UInt8] {
        var writer = WireWriter()
        writer.write(format.rawValue)
        writer.write(file.name)
        writer.write(byte: file.modified == nil ? 0 : 1)
        writer.write(signed: Int(file.modified ?? 0))
        writer.write(raw: limits)
        writer.write(seconds)
        return writer.bytes
    }
}

extension Frame {
    func request() throws(WireFault) -> ReadRequest {
        guard kind == .request || kind == .inspect else { throw WireFault() }
        return try read { reader throws(WireFault) -> ReadRequest in
            guard let format = FileFormat(rawValue: try reader.text()) else { throw WireFault() }
            let name = try reader.text()
            let hasDate = try reader.byte() == 1
            let date = try reader.signedNumber()
            let limits: FormatLimits = try Plain.decode(try reader.raw())
            let seconds = try reader.number()
            let file = SourceFile(
                name: name, bytes: Array(reader.remainder()), modified: hasDate ? Int64(date) : nil)
            return ReadRequest(file: file, format: format, limits: limits, seconds: seconds)
        }
    }
}

// MARK: Answers

extension Frame {
    static func answer(_ result: Result<Reading, FormatError>) -> Frame {
        switch result {
        case .success(let reading):
            var writer = WireWriter()
            writer.write(reading.article)
            writer.write(raw: reading.notes.isEmpty ? [] : Plain.encode(reading.notes))
            return Frame(kind: .reading, payload: writer.bytes)
        case .failure(let error): return Frame(kind: .fault, payload: Plain.encode(error))
        }
    }

    static func refusal(_ error: FormatError) -> Frame { Frame(kind: .refusal, payload: Plain.encode(error)) }

    static let end = Frame(kind: .end, payload: [])

    func reading() throws(WireFault) -> Reading {
        try read { reader throws(WireFault) -> Reading in
            let article = try reader.article()
            let notes = try reader.raw()
            return Reading(article: article, notes: notes.isEmpty ? [] : try Plain.decode(notes))
        }
    }

    func error() throws(WireFault) -> FormatError { try plain() }

    /// What was sent as JSON.
    func plain<Value: Decodable>() throws(WireFault) -> Value {
        try payload.withUnsafeBytes { bytes -> Result<Value, WireFault> in
            Result { () throws(WireFault) -> Value in try Plain.decode(bytes) }
        }.get()
    }
}

/// Values that are sent seldom, and whose cases grow with each new reader: as JSON, by their own `Codable`.
enum Plain {
    static func encode(_ value: some Encodable) -> [UInt8] {
        // Only numbers that JSON cannot write fail, and no such value is sent.
        (try? JSONEncoder().encode(value)).map { Array($0) } ?? []
    }

    static func decode<Value: Decodable>(_ bytes: UnsafeRawBufferPointer) throws(WireFault) -> Value {
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(bytes)) else { throw WireFault() }
        return value
    }
}
