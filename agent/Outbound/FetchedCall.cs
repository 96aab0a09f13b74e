using System.Globalization;
using Isthmus.Agent.Protocol;

namespace Isthmus.Agent.Outbound;

/// <summary>A call that the app handed over.</summary>
/// <param name="Id">Names it; the answer names it again.</param>
/// <param name="Call">The call itself.</param>
/// <param name="Patience">For how long the app waits for the answer.</param>
internal sealed record FetchedCall(string Id, AgentCall Call, TimeSpan Patience)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static async Task<FetchedCall> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var path = Uri.UnescapeDataString(Header(response, AppHeaders.Path));
        var call = new AgentCall(Header(response, AppHeaders.Method), path, await AgentBody.ReadAsync(body, cancellation));
        return new FetchedCall(Header(response, AppHeaders.Request), call, Wait(Header(response, AppHeaders.Patience)));
    }

    private static TimeSpan Wait(string seconds) =>
        decimal.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var given)
            && given < (decimal)Longest.TotalSeconds ? TimeSpan.FromSeconds((double)given) : Longest;

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.First()
            : throw new HttpRequestException($"The app's answer has no {name}.");
}
