using System.Text.Json;

namespace Isthmus.Core.Loads;

/// <summary>One page of a source's records, in the order of their keys.</summary>
/// <param name="Records">The records.</param>
/// <param name="Next">Where the next page begins, for the source only to read; null behind the last page.</param>
public sealed record LoadPage(IReadOnlyList<JsonElement> Records, string? Next);
