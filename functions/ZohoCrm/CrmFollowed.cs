using Isthmus.Connectors.ZohoCrm;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>Which modules somebody follows, and which of their fields matter.</summary>
public sealed class CrmFollowed(IEnumerable<ICrmChangeHandler> handlers, ZohoCrmOptions options, CrmFieldsGate fields)
{
    /// <summary>A list shows 50 fields; ten are left to what it always shows.</summary>
    private const int MostFields = 40;

    private static readonly HashSet<string> Aside = new(StringComparer.OrdinalIgnoreCase)
    {
        "subform", "multiselectlookup", "multiuserlookup", "consent_lookup", "fileupload", "imageupload", "profileimage",
    };

    private static readonly HashSet<string> Clocks = new(StringComparer.Ordinal)
    {
        "id", "Created_Time", "Created_By", "Modified_Time", "Modified_By", "Last_Activity_Time", "Tag", "User_Modified_Time",
        "System_Modified_Time", "User_Related_Activity_Time", "System_Related_Activity_Time",
    };

    private readonly List<ICrmChangeHandler> handlers = [.. handlers];

    /// <summary>The modules; none while the connection is not set up.</summary>
    public IReadOnlyList<string> Modules =>
        options.IsSetUp ? [.. handlers.Where(handler => handler.Enabled).Select(handler => handler.Module).Distinct()] : [];

    /// <summary>Who follows the module.</summary>
    public IReadOnlyList<ICrmChangeHandler> Of(string module) =>
        [.. handlers.Where(handler => handler.Enabled && handler.Module == module)];

    /// <summary>The fields that matter to those who follow the module.</summary>
    public async Task<IReadOnlyList<string>> FieldsAsync(string module, CancellationToken cancellation)
    {
        var named = Of(module).Select(handler => handler.Fields).ToList();
        if (named.Count > 0 && named.TrueForAll(each => each.Count > 0))
            return [.. named.SelectMany(each => each).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return [.. (await fields.FieldsAsync(module, cancellation)).Values.Where(Matters).Select(field => field.ApiName)
            .Order(StringComparer.Ordinal).Take(MostFields)];
    }

    private static bool Matters(CrmField field) =>
        !Aside.Contains(field.DataType) && !Clocks.Contains(field.ApiName)
        && !field.ApiName.EndsWith("__s", StringComparison.Ordinal);
}
