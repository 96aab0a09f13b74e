namespace Isthmus.Embedded.Storage;

/// <summary>The state file was written by another version of Isthmus.</summary>
public sealed class StoreVersionException(string file, int found, int expected) : IOException(
    $"The state in '{file}' has version {found}; this program reads version {expected}. " +
    "Start the program that wrote it, or move the folder away to begin anew.");
