using Isthmus.Embedded.Storage;

namespace Isthmus.Embedded.Tests.Model;

/// <summary>Lets the next write fail before it happens, or happen and its answer be lost.</summary>
internal sealed class LostAnswers : IWriteFaults
{
    public const string Lost = "lost";

    public Fault Next { get; set; }

    public async Task<T> WriteAsync<T>(Func<Task<T>> write)
    {
        var fault = Next;
        Next = Fault.None;
        if (fault == Fault.Before) throw new IOException(Lost);
        var answer = await write();
        return fault == Fault.After ? throw new IOException(Lost) : answer;
    }
}

internal enum Fault { None, Before, After }
