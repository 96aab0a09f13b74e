using System.Text.Json;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>A module as the organisation has it.</summary>
/// <param name="ApiName">What calls name it: <c>Sales_Orders</c>.</param>
/// <param name="Usable">True when the API may make and change its records and it is not hidden.</param>
public sealed record CrmModule(string ApiName, bool Usable)
{
    private static readonly HashSet<string> Refusals = new(StringComparer.Ordinal)
    {
        "INVALID_MODULE", "MODULE_NOT_AVAILABLE", "MODULE_NOT_SUPPORTED", "NO_PERMISSION", "PERMISSION_DENIED",
        "FEATURE_NOT_SUPPORTED",
    };

    /// <summary>
    /// True when Zoho refused the module as a whole, whatever the record: the edition or the user's profile does not offer it.
    /// </summary>
    public static bool IsRefused(Failure failure) =>
        failure.Connection == ZohoCrmOptions.Id && Refusals.Contains(failure.Code);

    internal static CrmModule? TryRead(JsonElement module) => module.Text("api_name") is { Length: > 0 } name
        ? new CrmModule(name, module.Flag("api_supported") && module.Flag("creatable") && module.Flag("editable")
            && (module.Text("status") ?? "visible") == "visible")
        : null;
}
