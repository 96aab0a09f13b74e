namespace Isthmus.Embedded.Hosting.Invocation;

/// <summary>What starts a call.</summary>
/// <param name="Id">The call's id.</param>
/// <param name="Input">What the trigger brought.</param>
/// <param name="Data">The trigger's data by name, case aside.</param>
/// <param name="Attempt">0, or the number of the repeat.</param>
internal sealed record Call(string Id, object? Input, IReadOnlyDictionary<string, object?> Data, int Attempt = 0)
{
    private static readonly IReadOnlyDictionary<string, object?> Nothing = new Dictionary<string, object?>();

    public Call(object? input) : this(NewId(), input, Nothing) { }

    /// <summary>An id for a call; it names nothing that is stored.</summary>
    public static string NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Security.Cryptography.RandomNumberGenerator.Fill(bytes);
        return new Guid(bytes).ToString();
    }
}
