using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>A record as a list shows it at one moment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">Its Modified_Time.</param>
/// <param name="CreatedAt">Its Created_Time.</param>
/// <param name="ChangedBy">The id of the user who changed it last.</param>
/// <param name="Key">Our key, where it holds one.</param>
/// <param name="Fields">What it holds.</param>
/// <param name="Record">The record.</param>
internal sealed record CrmVersion(
    string Id, DateTimeOffset At, DateTimeOffset? CreatedAt, string? ChangedBy, string? Key,
    IReadOnlyDictionary<string, string> Fields, JsonElement Record)
{
    /// <summary>What a list must show beside the fields that matter.</summary>
    public static IReadOnlyList<string> Always { get; } = ["Created_Time", "Modified_By"];

    /// <summary>
    /// The same for the same version wherever it is seen. Zoho's times are whole seconds: the content tells two changes apart.
    /// </summary>
    public string Name => $"{At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}:{CrmContent.Whole(Fields)}";

    /// <exception cref="Core.Failures.FailureException">It has no id or no time of change.</exception>
    public static CrmVersion Read(JsonElement record, IReadOnlyList<string> fields, string keyField) => new(
        record.NeedText("id", ZohoCrmOptions.Id),
        CrmTime.Read(record.NeedText("Modified_Time", ZohoCrmOptions.Id)) ?? DateTimeOffset.UnixEpoch,
        CrmTime.Read(record.FindText("Created_Time")),
        record.TryGetProperty("Modified_By", out var user) ? user.FindText("id") : null,
        record.FindText(keyField),
        CrmContent.Of(record, fields), record);
}
