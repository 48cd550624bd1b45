// A process that does to an index or a library what the tests tell it: to be killed, to meet a full disk, or to be one of
// several at once. `index-driver ROLE FOLDER [NUMBER]`; what it has done goes to standard output, a line at a time.
import Glibc

do {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let role = Role(rawValue: arguments[1]) else {
        report("usage: index-driver \(Role.allCases.map(\.rawValue).joined(separator: "|")) FOLDER [NUMBER]")
        exit(2)
    }
    try role.run(arguments[2], number: arguments.count > 3 ? Int(arguments[3]) ?? 0 : 0)
} catch {
    report("failed: \(error)")
    exit(1)
}
