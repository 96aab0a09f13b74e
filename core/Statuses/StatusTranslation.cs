using System.Collections.Frozen;
using Isthmus.Core.References;

namespace Isthmus.Core.Statuses;

/// <summary>Each system's status codes in our words and back. Codes match in any letter case.</summary>
public sealed class StatusTranslation
{
    /// <summary>The reference table behind it; keys are <c>record/code</c>, such as <c>zoho.salesorder/draft</c>.</summary>
    public const string TableName = "statuses";

    private readonly ReferenceTable _table;
    private readonly FrozenDictionary<string, string> _back;

    /// <summary>
    /// Reads the table; where several codes have one word, the first row with <c>back: yes</c>, else the first, is the
    /// way back.
    /// </summary>
    public StatusTranslation(ReferenceTable table)
    {
        _table = table;
        var back = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Rows.OrderBy(row => table.Cell(row, "back") == "yes" ? 0 : 1))
        {
            var slash = row.Key.IndexOf('/');
            back.TryAdd($"{row.Key[..Math.Max(slash, 0)]}/{table.Cell(row, "ours")}", row.Key[(slash + 1)..]);
        }
        _back = back.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        Records = [.. table.Rows.Select(row => row.Key.Split('/')[0]).Distinct()];
    }

    /// <summary>The records that have codes, such as <c>zoho.salesorder</c>.</summary>
    public IReadOnlyCollection<string> Records { get; }

    /// <summary>Our word for a system's code; null when the table does not have it.</summary>
    public string? ToOurs(string record, string code) => _table.Find($"{record}/{code}", "ours");

    /// <summary>A system's code for our word; null when the table does not have it.</summary>
    public string? FromOurs(string record, string word) => _back.GetValueOrDefault($"{record}/{word}");
}
