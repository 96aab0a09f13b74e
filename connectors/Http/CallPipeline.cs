using System.Diagnostics;
using Isthmus.Core.Failures;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Isthmus.Connectors.Http;

/// <summary>Adds the credentials to a request.</summary>
internal delegate ValueTask Authorize(HttpRequestMessage request, CancellationToken cancellation);

/// <summary>Says what an answer means in our vocabulary; null when it is what was asked for.</summary>
internal delegate Refusal? Judge(ApiCall call, ApiAnswer answer);

/// <summary>
/// The one way out of the process for a connection: limits, retries, circuit breaker, timeouts, sizes. A call that must not be
/// made twice is repeated only when the vendor certainly did nothing; otherwise it fails with
/// <see cref="Failure.EffectUnknown"/>.
/// </summary>
internal sealed class CallPipeline(
    string connection, CallLimits limits, IHttpClientFactory clients, TimeProvider time, Judge judge)
{
    private readonly ResiliencePipeline<Exchange> resilience = ResiliencePipelines.Build(limits, time);
    private readonly CallGate gate = new(connection, limits, time);

    public string Connection => connection;

    public TimeProvider Time => time;

    /// <summary>See <see cref="CallGate.Begin"/>.</summary>
    /// <exception cref="FailureException">The step has to come back later.</exception>
    public void BeginTurn(string operation)
    {
        if (gate.Begin(operation) is { } later) throw new FailureException(later.Failure);
    }

    public async Task<ApiAnswer> SendAsync(Uri baseAddress, ApiCall call, Authorize authorize, CancellationToken cancellation)
    {
        if (call.Body.Length > limits.LargestRequest)
            throw new FailureException(TransportErrors.RequestTooLarge(connection, call, limits.LargestRequest));
        using var span = ConnectorTelemetry.Start(connection, call);
        var tries = new Tries();
        var failure = await FailureOf(baseAddress, call, authorize, tries, cancellation);
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
        catch (BrokenCircuitException open)
        {
            return TransportErrors.CircuitOpen(connection, call, open.RetryAfter);
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
            using var request = Requests.Create(baseAddress, call);
            await authorize(request, cancellation);
            var exchange = await MeasureAsync(call, request, tries, cancellation);
            return exchange.Refusal is { } refusal ? Exchange.Of(Weigh(call, refusal, tries)) : exchange;
        }
        finally
        {
            gate.Leave();
        }
    }

    private async Task<Exchange> MeasureAsync(ApiCall call, HttpRequestMessage request, Tries tries,
        CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        tries.Begin();
        var exchange = await ExchangeAsync(call, request, cancellation);
        tries.End();
        ConnectorTelemetry.Count(connection, call, exchange.Refusal?.Failure.Code ?? "ok", time.GetElapsedTime(started));
        return exchange;
    }

    private async Task<Exchange> ExchangeAsync(ApiCall call, HttpRequestMessage request, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(limits.TryTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            using var client = clients.CreateClient(connection);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var answer = await AnswerReader.ReadAsync(response, limits.LargestAnswer, time, either.Token);
            if (answer is null) return Exchange.Of(TransportErrors.TooLarge(connection, call, limits.LargestAnswer));
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

    private static bool StillOpen(Failure failure) =>
        failure.Class is FailureClass.Transient or FailureClass.Throttled or FailureClass.Locked;
}
