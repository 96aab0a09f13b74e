using System.Text.Json;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>A module as the organisation has it.</summary>
/// <param name="ApiName">What calls name it: <c>Sales_Orders</c>.</param>
/// <param name="Usable">True when the API may make and change its records and it is not hidden.</param>
public sealed record CrmModule(string ApiName, bool Usable)
{
    internal static CrmModule? TryRead(JsonElement module) => module.Text("api_name") is { Length: > 0 } name
        ? new CrmModule(name, module.Flag("api_supported") && module.Flag("creatable") && module.Flag("editable")
            && (module.Text("status") ?? "visible") == "visible")
        : null;
}
