using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure;
using Azure.Core;

namespace Isthmus.Embedded.Storage;

/// <summary>The answer of an embedded service: the status and the headers that the real one would send.</summary>
internal sealed class ServiceResponse : Response
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    public ServiceResponse(int status, DateTimeOffset date, string? etag = null)
    {
        Status = status;
        headers["Date"] = date.ToString("R", CultureInfo.InvariantCulture);
        if (etag is not null) headers["ETag"] = etag;
    }

    public override int Status { get; }

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

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(h => new HttpHeader(h.Key, h.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) =>
        headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
