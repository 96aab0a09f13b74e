namespace Isthmus.Embedded.Storage;

/// <summary>Another process has the state folder open.</summary>
public sealed class StoreInUseException(string home, Exception inner) : IOException(
    $"The state in '{home}' is in use by another Isthmus process. " +
    "Stop that one, or give this one a folder of its own with ISTHMUS_HOME.",
    inner);
