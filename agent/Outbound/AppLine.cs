using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Isthmus.Agent.Protocol;

namespace Isthmus.Agent.Outbound;

/// <summary>The agent's line to the app. Every call goes from here to there; nobody calls back.</summary>
internal sealed class AppLine(HttpClient http, OutboundOptions options, Func<string> key) : IDisposable
{
    private readonly string instance = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>Waits for a call; null when there is none now.</summary>
    /// <exception cref="AppRefusedException">The app does not want this agent.</exception>
    /// <exception cref="HttpRequestException">The app cannot be reached, or not now.</exception>
    public async Task<FetchedCall?> FetchAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, At($"work?wait={options.WaitSeconds}"));
        request.Headers.Add(AppHeaders.Instance, instance);
        request.Headers.Add(AppHeaders.Version, AgentProtocol.Version);
        using var response = await SendAsync(request, cancellation);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => await FetchedCall.ReadAsync(response, cancellation),
            HttpStatusCode.NoContent => null,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => throw new AppRefusedException(
                "The app does not know this agent's id and key. Store the same key in the app's vault and here."),
            HttpStatusCode.Conflict => throw new AppRefusedException(
                "A newer process is the agent of this id. Stop one of the two, or give one another id."),
            HttpStatusCode.NotFound => throw new AppRefusedException(
                "There is no work to fetch at this address. It must end in /api/agents, and the app must know agents."),
            _ => throw new HttpRequestException($"The app answered with HTTP {(int)response.StatusCode}.")
        };
    }

    /// <summary>
    /// Brings an answer; false when the app could not take it now. One that nobody waits for any more is given up.
    /// </summary>
    public async Task<bool> AnswerAsync(string id, AgentAnswer answer, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, At($"answers/{Uri.EscapeDataString(id)}"));
        request.Headers.Add(AppHeaders.Status, answer.Status.ToString(CultureInfo.InvariantCulture));
        if (answer.RetryAfterSeconds is { } wait) request.Headers.Add("Retry-After", wait.ToString(CultureInfo.InvariantCulture));
        request.Content = new ReadOnlyMemoryContent(answer.Body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await SendAsync(request, cancellation);
        return (int)response.StatusCode < 500 && response.StatusCode != HttpStatusCode.TooManyRequests;
    }

    public void Dispose() => http.Dispose();

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key());
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    private Uri At(string rest) => new($"{options.App!.AbsoluteUri.TrimEnd('/')}/{options.Id}/{rest}");
}

/// <summary>The app does not want this agent; a person has to act.</summary>
internal sealed class AppRefusedException(string message) : Exception(message);
