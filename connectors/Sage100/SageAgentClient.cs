using Isthmus.Connectors.Http;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100;

/// <summary>
/// The agent's protocol, version 1: business objects of one Sage 100 company. Trouble with a call throws
/// <see cref="FailureException"/>; trouble with one record is its result. Source: docs/sage-100-agent-protocol.md.
/// </summary>
public sealed partial class SageAgentClient
{
    private readonly SageOptions options;
    private readonly SageTransport transport;
    private readonly KeptForAnHour<SageAbout> about;
    private readonly KeptForAnHour<SageDictionary> dictionaries;
    private readonly SageGathering gathering;

    internal SageAgentClient(SageOptions options, SageTransport transport, TimeProvider time)
    {
        (this.options, this.transport) = (options, transport);
        (about, dictionaries) = (new(time), new(time));
        // A call of many records takes long: one place at the host is left for what somebody reads meanwhile.
        gathering = new SageGathering(
            options.Batches, Math.Max(1, options.Limits.Concurrency - 1), time, records => CallAsync(records, CancellationToken.None));
    }

    /// <summary>
    /// For a step that leaves traces before its first call: asks first whether it may call now. Outside of a
    /// <see cref="CallTurn"/> it always may.
    /// </summary>
    /// <exception cref="FailureException">It has to come back: <see cref="Failure.TurnLater"/>.</exception>
    public void BeginTurn() => transport.BeginTurn();

    /// <summary>The agent, its host and its companies. Remembered for an hour.</summary>
    public Task<SageAbout> AboutAsync(CancellationToken cancellation = default) => about.GetAsync("about",
        async () => SageAbout.Read(await transport.GetAsync("read about", "/about", CancellationToken.None)), cancellation);

    internal Task PingAsync(CancellationToken cancellation) =>
        transport.GetAsync("read dictionary", $"{Company}/objects/AR_Customer", cancellation);

    /// <summary>An object's columns and their lengths at this host. Remembered for an hour.</summary>
    public Task<SageDictionary> DictionaryAsync(string objectName, CancellationToken cancellation = default) =>
        dictionaries.GetAsync(objectName,
        async () => SageDictionary.Read(await transport.GetAsync(
            "read dictionary", $"{Company}/objects/{Query.Segment(objectName)}", CancellationToken.None)), cancellation);

    private string Company => $"/companies/{Query.Segment(options.Company)}";
}
