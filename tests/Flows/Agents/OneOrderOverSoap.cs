using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Agents;

/// <summary>One order of a new customer, both written over Sage's own service.</summary>
internal sealed class OneOrderOverSoap : OneOrder
{
    public override (string, string)[] Settings =>
    [
        .. SageSoapSettings.All, ("Isthmus:Connections:sage-100-soap:Limits:Retries", "0"),
        ("Isthmus:Connections:sage-100:Surface:WriteOrder", "soap"), ("Isthmus:Connections:sage-100:Surface:WriteCustomer", "soap"),
    ];
}
