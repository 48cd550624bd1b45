import Formats

/// The worker's side: greets, and then reads one file after the other until the program closes the socket.
public struct WorkerService {
    /// Reads a file in this process.
    public typealias Reader = (SourceFile, FileFormat, FormatLimits) throws(FormatError) -> Readings

    /// Says what a file is, in this process.
    public typealias Inspector = (SourceFile, FileFormat, FormatLimits) throws(FormatError) -> FeedInspection

    private let pipe: Pipe
    /// Called with the seconds that the next file may take.
    private let prepare: (Int) -> Void
    /// Called after each file with its size; false ends the worker in good order.
    private let isFit: (Int) -> Bool

    /// `descriptor` is the worker's end of the socket, which it then owns.
    public init(descriptor: Int32, prepare: @escaping (Int) -> Void = { _ in }, isFit: @escaping (Int) -> Bool = { _ in true }) {
        pipe = Pipe(descriptor)
        self.prepare = prepare
        self.isFit = isFit
    }

    /// Returns when the other side is gone, or has sent what is no request.
    public func run(inspect: Inspector = { _, _, _ in .other }, _ read: Reader) {
        do throws(Pipe.Failure) {
            try pipe.send(.greeting)
            while true {
                let size = try serve(read, inspect)
                guard isFit(size) else { return }
            }
        } catch {
            return
        }
    }

    private func serve(_ read: Reader, _ inspect: Inspector) throws(Pipe.Failure) -> Int {
        let frame = try pipe.receive()
        guard let request = try? frame.request() else { throw .garbled }
        prepare(request.seconds)
        guard frame.kind == .request else {
            try pipe.send(answer(inspect, request))
            return request.file.bytes.count
        }
        let readings: Readings
        do throws(FormatError) {
            readings = try read(request.file, request.format, request.limits)
        } catch {
            try pipe.send(.refusal(error))
            return request.file.bytes.count
        }
        for result in readings { try pipe.send(.answer(result)) }
        try pipe.send(.end)
        return request.file.bytes.count
    }

    private func answer(_ inspect: Inspector, _ request: ReadRequest) -> Frame {
        do throws(FormatError) {
            return Frame(
                kind: .inspected, payload: Plain.encode(try inspect(request.file, request.format, request.limits)))
        } catch {
            return .refusal(error)
        }
    }
}
