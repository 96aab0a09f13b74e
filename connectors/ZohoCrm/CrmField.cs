using System.Text.Json;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>A value of a picklist.</summary>
/// <param name="Display">What people see.</param>
/// <param name="Actual">What records hold.</param>
public sealed record CrmPick(string Display, string Actual);

/// <summary>A field of a module. Source: Zoho CRM API v8, Fields Metadata.</summary>
/// <param name="ApiName">What records name it.</param>
/// <param name="DataType">text, picklist, lookup, currency, ...</param>
/// <param name="Length">How many characters or digits; null when it does not say.</param>
/// <param name="Unique">True when no two records may hold the same value, whatever the case.</param>
/// <param name="PickList">The values of a picklist; empty for other types.</param>
/// <param name="Mandatory">True when the system itself demands it; layouts may demand more.</param>
/// <param name="ReadOnly">True when it cannot be written.</param>
public sealed record CrmField(
    string ApiName, string DataType, int? Length, bool Unique, IReadOnlyList<CrmPick> PickList, bool Mandatory, bool ReadOnly)
{
    /// <summary>True when Zoho refused a field that the module's layout has not, or not any more.</summary>
    public static bool IsUnknown(Failure failure) =>
        failure.Connection == ZohoCrmOptions.Id && failure.Code == CrmErrorTable.UnknownFieldCode;

    internal static CrmField? TryRead(JsonElement field) => field.Text("api_name") is { Length: > 0 } name
        ? new CrmField(
            name, field.Text("data_type") ?? "text", (int?)field.Whole("length"),
            field.Member("unique") is { ValueKind: JsonValueKind.Object } unique && unique.EnumerateObject().Any(),
            [.. field.Items("pick_list_values").Select(Pick)], field.Flag("system_mandatory"),
            field.Flag("read_only") || field.Flag("field_read_only"))
        : null;

    private static CrmPick Pick(JsonElement value) =>
        new(value.Text("display_value") ?? value.Text("actual_value") ?? "",
            value.Text("actual_value") ?? value.Text("display_value") ?? "");
}
