namespace Isthmus.Connectors.Sage100Soap;

/// <summary>What the service says of itself.</summary>
/// <param name="AssemblyVersion">The service's version.</param>
/// <param name="ContractVersion">The version of its contract.</param>
/// <param name="NullDate">The moment that stands for no date.</param>
public sealed record SageSoapInformation(string AssemblyVersion, int ContractVersion, DateTime NullDate);
