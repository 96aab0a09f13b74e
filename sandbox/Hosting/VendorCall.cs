namespace Isthmus.Sandbox.Hosting;

/// <summary>One HTTP call to a vendor.</summary>
/// <param name="Vendor">Whose server is called.</param>
/// <param name="Subject">"POST /v1/refunds": the method and the path below the vendor's name.</param>
/// <param name="FullSubject">"POST /stripe/v1/refunds": with the path as it was sent.</param>
internal sealed record VendorCall(IVendor Vendor, string Subject, string FullSubject)
{
    public static VendorCall? Of(HttpContext context, IReadOnlyDictionary<string, IVendor> bySegment)
    {
        var path = context.Request.Path.Value ?? "/";
        var end = path.IndexOf('/', 1);
        if (!bySegment.TryGetValue(end < 0 ? path[1..] : path[1..end], out var vendor)) return null;
        var method = context.Request.Method;
        return new VendorCall(vendor, $"{method} {Below(vendor, path)}", $"{method} {path}");
    }

    /// <summary>The path or route pattern without the vendor's own name in front.</summary>
    public static string Below(IVendor vendor, string path) =>
        path.StartsWith($"/{vendor.Name}/", StringComparison.Ordinal) ? path[(vendor.Name.Length + 1)..] : path;
}
