using System.Globalization;

namespace Isthmus.Connectors.Sage300;

/// <summary>Addresses below the Web API's own. Source: Sage300SDK_DeveloperReference, URL conventions.</summary>
internal static class Sage300Paths
{
    public static string Resource(string company, string module, string resource) =>
        $"/v1.0/-/{Uri.EscapeDataString(company)}/{Uri.EscapeDataString(module)}/{Uri.EscapeDataString(resource)}";

    public static string Record(string company, string module, string resource, string key) =>
        $"{Resource(company, module, resource)}({Escaped(key)})";

    /// <summary>Each option at most once; the order of a view's key is the order of its pages.</summary>
    public static string Page(string company, Sage300Query query, long skip, bool count = false)
    {
        var options = new List<string>();
        if (count) options.Add("$count=true");
        if (query.Select.Count > 0) options.Add($"$select={string.Join(',', query.Select)}");
        if (query.Filter is { Length: > 0 } filter) options.Add($"$filter={Uri.EscapeDataString(filter)}");
        if (query.Top is { } top) options.Add(string.Create(CultureInfo.InvariantCulture, $"$top={top}"));
        if (skip > 0) options.Add(string.Create(CultureInfo.InvariantCulture, $"$skip={skip}"));
        var path = Resource(company, query.Module, query.Resource);
        return options.Count == 0 ? path : $"{path}?{string.Join('&', options)}";
    }

    private static string Escaped(string key) =>
        Uri.EscapeDataString(key).Replace("%27", "'").Replace("%3D", "=").Replace("%2C", ",");
}
