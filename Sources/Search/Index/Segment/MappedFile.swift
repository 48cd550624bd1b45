import CMapping
import Glibc

/// A file mapped into memory, which nobody is to change, and what tells whether somebody did.
///
/// A shortened file has no bytes to give behind its end: reading there would end the program with SIGBUS, as a disk that
/// cannot be read does. `CMapping` puts zeros there instead. Behind the end but on the last page the system does so
/// by itself and says nothing, and who writes into the file changes what was verified; so the file is kept open, and its
/// size and date are looked at whenever somebody asks whether to believe what was read.
///
/// Unchecked: nothing in it changes but what is atomic.
final class MappedFile: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer
    private let descriptor: Int32
    private let modified: timespec
    private let mapping: OpaquePointer?

    /// Maps `length` bytes of an open file, which it takes over; nothing, with `errno` set and the file closed, where the
    /// system refuses.
    init?(_ descriptor: Int32, _ status: stat) {
        let length = Int(status.st_size)
        guard let base = mmap(nil, length, PROT_READ, MAP_SHARED, descriptor, 0), base != MAP_FAILED else {
            let number = errno
            close(descriptor)
            errno = number
            return nil
        }
        self.descriptor = descriptor
        modified = status.st_mtim
        mapping = mapping_watch(base, length)
        bytes = UnsafeRawBufferPointer(start: base, count: length)
    }

    deinit {
        // Before another mapping can have its place.
        mapping_forget(mapping)
        munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        close(descriptor)
    }

    /// Whether what was read so far may not be what was mapped: the file is shorter, was written to, or could not be read.
    /// Costs a call of the system.
    var isChanged: Bool {
        if mapping_is_lost(mapping) { return true }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return true }
        return Int(status.st_size) != bytes.count || status.st_mtim.tv_sec != modified.tv_sec
            || status.st_mtim.tv_nsec != modified.tv_nsec
    }

    /// Lets the system take back what was read: it comes again when it is read again.
    func releasePages() { madvise(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count, MADV_DONTNEED) }

    /// Has files that cannot be read noticed, also where somebody has taken the signal over since.
    static func watch() { mapping_arm() }
}
