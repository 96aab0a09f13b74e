using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;

namespace Isthmus.Sandbox.ZohoCrm.Writing;

/// <summary>What one item of a write says, checked as far as that goes without the record it is for.</summary>
internal sealed class Draft(int index)
{
    public string Path { get; } = $"$.data[{index}]";

    public long? Id { get; set; }

    /// <summary>Only what was sent; null clears.</summary>
    public Dictionary<CrmField, object?> Values { get; } = [];

    public List<Problem> Problems { get; } = [];

    public string PathOf(string name) => $"{Path}.{name}";
}

/// <summary>A row that was sent: new without an id; with _delete it goes.</summary>
internal sealed record DraftRow(long? Id, bool Delete, Dictionary<string, object?> Values, string Path);
