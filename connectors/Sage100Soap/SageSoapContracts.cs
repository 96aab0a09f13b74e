using System.Globalization;
using Isthmus.Connectors.Http;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>Remembers for an hour what the host's WSDL says, and its null date; many who ask at once cause one call.</summary>
internal sealed class SageSoapContracts(SageSoapTransport transport)
{
    private readonly KeptForAnHour<SoapContract> contracts = new(transport.Time);
    private readonly KeptForAnHour<DateTime> nullDates = new(transport.Time);
    private int reading;

    public Task<SoapContract> GetAsync(CancellationToken cancellation) =>
        contracts.GetAsync(Reading, () => transport.DescribeAsync(CancellationToken.None), cancellation);

    public Task<DateTime> NullDateAsync(Func<Task<DateTime>> read, CancellationToken cancellation) =>
        nullDates.GetAsync(Reading, read, cancellation);

    /// <summary>What comes next reads anew.</summary>
    public void Forget() => Interlocked.Increment(ref reading);

    private string Reading => Volatile.Read(ref reading).ToString(CultureInfo.InvariantCulture);
}
