using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Sage100Soap;
using Isthmus.Functions.Operators;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>Tells people which of Sage's two surfaces is used for what, and why.</summary>
internal sealed class SageFacts(SageSurfaces surfaces) : IConnectionFacts
{
    public string Connection => SageOptions.Id;

    public Task<ConnectionFacts> ReadAsync(CancellationToken cancellation) => Task.FromResult(ConnectionFacts.None with
    {
        Usage = new Dictionary<string, object?> { ["surfaces"] = surfaces.Choices },
    });
}
