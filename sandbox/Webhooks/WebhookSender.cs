using System.Threading.Channels;
using Isthmus.Sandbox.Clock;
using Isthmus.Sandbox.Faults;

namespace Isthmus.Sandbox.Webhooks;

/// <summary>Sends webhooks of all vendors: several at once, in no promised order, again and again until taken.</summary>
internal sealed class WebhookSender(SandboxClock clock, FaultPlan faults) : BackgroundService
{
    private const int AtOnce = 16;
    private static readonly TimeSpan HoldBack = TimeSpan.FromSeconds(2);

    private readonly Channel<Job> jobs = Channel.CreateUnbounded<Job>();
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, MaxConnectionsPerServer = AtOnce, UseProxy = false
    }) { Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>Takes the message for delivery; faults that were asked for lose it, double it or hold it back.</summary>
    public void Send(WebhookMessage message)
    {
        if (faults.Take(message.Vendor, FaultKind.WebhookLost, message.Subject))
        {
            message.Attempted(new WebhookAttempt(1, null, Delivered: false, Final: true));
            return;
        }
        var copies = faults.Take(message.Vendor, FaultKind.WebhookDuplicate, message.Subject) ? 2 : 1;
        var late = faults.Take(message.Vendor, FaultKind.WebhookOutOfOrder, message.Subject);
        for (var i = 0; i < copies; i++) Queue(new Job(message, 1), late ? HoldBack : TimeSpan.Zero);
    }

    protected override Task ExecuteAsync(CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(stop)));

    public override void Dispose()
    {
        http.Dispose();
        base.Dispose();
    }

    private async Task WorkAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var job in jobs.Reader.ReadAllAsync(stop)) await AttemptAsync(job, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
    }

    private async Task AttemptAsync(Job job, CancellationToken stop)
    {
        var (message, number) = job;
        if (!message.StillWanted()) return;
        var status = await PostAsync(message, stop);
        var delivered = status is >= 200 and < 300;
        var final = delivered || number > message.Retries.Count;
        message.Attempted(new WebhookAttempt(number, status, delivered, final));
        if (!final) Queue(new Job(message, number + 1), message.Retries[number - 1]);
    }

    private async Task<int?> PostAsync(WebhookMessage message, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, message.Url) { Content = new ByteArrayContent(message.Body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", message.ContentType);
        foreach (var (name, value) in message.Headers(clock.UnixSeconds)) request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException) { return null; }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested) { return null; }
    }

    private void Queue(Job job, TimeSpan wait)
    {
        if (wait == TimeSpan.Zero) jobs.Writer.TryWrite(job);
        else _ = LaterAsync(job, wait);
    }

    private async Task LaterAsync(Job job, TimeSpan wait)
    {
        await Task.Delay(wait, clock);
        jobs.Writer.TryWrite(job);
    }

    private sealed record Job(WebhookMessage Message, int Number);
}
