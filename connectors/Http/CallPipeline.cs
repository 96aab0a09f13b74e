using System.Diagnostics;
using Isthmus.Core.Connections;
using Isthmus.Core.Failures;
using Isthmus.Core.Runs;
using Polly;
using Polly.Timeout;

namespace Isthmus.Connectors.Http;

/// <summary>Adds the credentials to a request.</summary>
internal delegate ValueTask Authorize(HttpRequestMessage request, CancellationToken cancellation);

/// <summary>Says what an answer means in our vocabulary; null when it is what was asked for.</summary>
internal delegate Refusal? Judge(ApiCall call, ApiAnswer answer);

/// <summary>
/// The one way out of the process for a connection: pauses, limits, retries, timeouts, sizes. A call that must not be made twice is
/// repeated only when the vendor certainly did nothing; otherwise it fails with <see cref="Failure.EffectUnknown"/>.
/// </summary>
internal sealed class CallPipeline(
    string connection, CallLimits limits, IHttpClientFactory clients, TimeProvider time, Judge judge, IConnectionGate pauses)
{
    private readonly ResiliencePipeline<Exchange> resilience = ResiliencePipelines.Build(limits, time);
    private readonly CallGate gate = new(connection, limits, time);
    private readonly FailureRate rate = new(limits.BreakerCalls, time);

    public string Connection => connection;

    public TimeProvider Time => time;

    /// <summary>See <see cref="CallGate.Begin"/>.</summary>
    /// <exception cref="FailureException">The step has to come back later.</exception>
    public void BeginTurn()
    {
        if (gate.Begin("begin a step") is { } later) throw new FailureException(later.Failure);
    }

    public async Task<ApiAnswer> SendAsync(Uri baseAddress, ApiCall call, Authorize authorize, CancellationToken cancellation)
    {
        if (call.Body.Length > limits.LargestRequest)
            throw new FailureException(TransportErrors.RequestTooLarge(connection, call, limits.LargestRequest));
        using var span = ConnectorTelemetry.Start(connection, call);
        var started = time.GetTimestamp();
        var tries = new Tries();
        var failure = await FailureOf(baseAddress, call, authorize, tries, cancellation);
        VendorCalls.Note(new VendorCall(
            connection, call.Operation, failure?.Code ?? "ok", tries.Count, (int)time.GetElapsedTime(started).TotalMilliseconds, tries.Status));
        span?.SetTag("isthmus.outcome", failure?.Code ?? "ok").SetTag("isthmus.tries", tries.Count);
        if (failure is null) return tries.Answer!;
        span?.SetStatus(ActivityStatusCode.Error, failure.Code);
        throw new FailureException(tries.Doubtful && StillOpen(failure) ? failure with { EffectUnknown = true } : failure);
    }

    private async Task<Failure?> FailureOf(Uri baseAddress, ApiCall call, Authorize authorize, Tries tries,
        CancellationToken cancellation)
    {
        try
        {
            var exchange = await resilience.ExecuteAsync(
                async token => await TryAsync(baseAddress, call, authorize, tries, token), cancellation);
            tries.Answer = exchange.Answer;
            return exchange.Refusal?.Failure;
        }
        catch (TimeoutRejectedException)
        {
            var late = TransportErrors.TimedOut(connection, call).Failure;
            return late with { EffectUnknown = tries.UnderWay && late.EffectUnknown };
        }
    }

    private async Task<Exchange> TryAsync(Uri baseAddress, ApiCall call, Authorize authorize, Tries tries,
        CancellationToken cancellation)
    {
        if (await gate.EnterAsync(call.Operation, cancellation) is { } full) return Exchange.Of(full);
        try
        {
            var pass = await pauses.EnterAsync(connection, cancellation);
            if (pass.Closed is { } closed) return Exchange.Of(Refusal.Final(closed.Refuse(call.Operation, time.GetUtcNow())));
            using var request = Requests.Create(baseAddress, call);
            return pass.IsTrial
                ? await AsTrialAsync(() => SendOnceAsync(call, request, authorize, tries, isTrial: true, cancellation))
                : await SendOnceAsync(call, request, authorize, tries, isTrial: false, cancellation);
        }
        finally
        {
            gate.Leave();
        }
    }

    private async Task<Exchange> AsTrialAsync(Func<Task<Exchange>> send)
    {
        var answered = false;
        try
        {
            var exchange = await send();
            answered = exchange.Refusal is null || Alive(exchange.Refusal.Failure);
            return exchange;
        }
        finally
        {
            await pauses.EndTrialAsync(connection, answered, CancellationToken.None);
        }
    }

    private async Task<Exchange> SendOnceAsync(
        ApiCall call, HttpRequestMessage request, Authorize authorize, Tries tries, bool isTrial, CancellationToken cancellation)
    {
        await authorize(request, cancellation);
        var exchange = await MeasureAsync(call, request, tries, cancellation);
        var failed = exchange.Refusal?.Failure.Class == FailureClass.Transient;
        var trips = rate.Trips(failed) || (failed && (isTrial || Probe.UnderWay));
        if (exchange.Refusal is not { } refusal) return exchange;
        var weighed = Weigh(call, refusal, tries);
        return Exchange.Of(trips ? TransportErrors.Tripped(weighed) : weighed);
    }

    private async Task<Exchange> MeasureAsync(ApiCall call, HttpRequestMessage request, Tries tries,
        CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        tries.Begin();
        var exchange = await ExchangeAsync(call, request, tries, cancellation);
        tries.End();
        ConnectorTelemetry.Count(connection, call, exchange.Refusal?.Failure.Code ?? "ok", time.GetElapsedTime(started));
        return exchange;
    }

    private async Task<Exchange> ExchangeAsync(
        ApiCall call, HttpRequestMessage request, Tries tries, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(limits.TryTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            using var client = clients.CreateClient(connection);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var answer = await AnswerReader.ReadAsync(response, limits.LargestAnswer, time, either.Token);
            if (answer is null) return Exchange.Of(TransportErrors.TooLarge(connection, call, limits.LargestAnswer));
            tries.Status = answer.Status;
            if (answer is { Status: 503, Json: null })
                return Exchange.Of(TransportErrors.Maintenance(connection, call, answer.RetryAfter));
            return judge(call, answer) is { } refusal ? Exchange.Of(refusal) : Exchange.Of(answer);
        }
        catch (HttpRequestException error)
        {
            return Exchange.Of(TransportErrors.Broken(connection, call, error));
        }
        catch (IOException error)
        {
            return Exchange.Of(TransportErrors.Broken(connection, call, new HttpRequestException("The body broke off.", error)));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Exchange.Of(TransportErrors.TimedOut(connection, call));
        }
    }

    private Refusal Weigh(ApiCall call, Refusal refusal, Tries tries)
    {
        var failure = refusal.Failure;
        tries.Doubtful |= failure.EffectUnknown;
        if (failure is { Class: FailureClass.Throttled, RetryAfter: { } wait }) gate.Close(wait);
        return refusal with { RetryNow = refusal.RetryNow && (call.MayRepeat || !failure.EffectUnknown) };
    }

    /// <summary>Somebody is there who reads what is sent, be it to refuse it.</summary>
    private static bool Alive(Failure failure) =>
        failure.Class is not (FailureClass.Transient or FailureClass.Throttled or FailureClass.Auth);

    private static bool StillOpen(Failure failure) =>
        failure.Outage || failure.Class is FailureClass.Transient or FailureClass.Throttled or FailureClass.Locked;
}
