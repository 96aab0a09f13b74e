using System.Text.Json;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>Is told what this process wrote, so that it can tell its own writes from what others changed.</summary>
public interface ICrmWriteWatcher
{
    /// <summary>Records were written. Never throws: the write has happened.</summary>
    /// <param name="module">The module.</param>
    /// <param name="written">Each record's id, the fields that were sent, and whether it was made by that.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task WrittenAsync(
        string module, IReadOnlyList<(string Id, JsonElement Fields, bool Created)> written,
        CancellationToken cancellation = default);
}
