import FuzzTargets
import Glibc

/// The target that DOSSIER_FUZZ_TARGET names.
private let target: FuzzTarget = {
    let name = getenv("DOSSIER_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
        complain("DOSSIER_FUZZ_TARGET must be one of: \(names)")
        exit(2)
    }
    return target
}()

/// Called by libFuzzer with each input that it made.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let faults = target.faults(Array(UnsafeBufferPointer(start: start, count: count)))
    guard let fault = faults.first else { return 0 }
    complain("\(target.rawValue): \(fault)")
    // So that libFuzzer keeps the input.
    abort()
}

private func complain(_ message: String) {
    let line = Array((message + "\n").utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
