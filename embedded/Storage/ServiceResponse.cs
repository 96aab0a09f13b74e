using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure;
using Azure.Core;

namespace Isthmus.Embedded.Storage;

/// <summary>The answer of an embedded service: the status and the headers that the real one would send.</summary>
internal sealed class ServiceResponse : Response
{
    private readonly DateTimeOffset date;
    private readonly long? version;
    private readonly Func<long, string>? etag;

    public ServiceResponse(int status, DateTimeOffset date)
    {
        Status = status;
        this.date = date;
    }

    /// <summary>An answer with the ETag of a version.</summary>
    public ServiceResponse(int status, DateTimeOffset date, long version, Func<long, string> etag) : this(status, date) =>
        (this.version, this.etag) = (version, etag);

    public override int Status { get; }

    // Made when asked for: hardly anybody reads a header.
    private Dictionary<string, string> Shown => field ??= WriteHeaders();

    public override string ReasonPhrase => Status switch
    {
        200 => "OK",
        201 => "Created",
        204 => "No Content",
        404 => "Not Found",
        409 => "Conflict",
        _ => "",
    };

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() { }

    protected override bool ContainsHeader(string name) => Shown.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => Shown.Select(h => new HttpHeader(h.Key, h.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) =>
        Shown.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = Shown.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }

    private Dictionary<string, string> WriteHeaders()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Date"] = date.ToString("R", CultureInfo.InvariantCulture),
        };
        if (version is { } shown) headers["ETag"] = etag!(shown);
        return headers;
    }
}
