using Isthmus.Connectors.Options;
using Isthmus.Connectors.Sage100;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>What is sent to eBusiness Web Services needs the connection to them.</summary>
internal sealed class SurfaceRules(SageSurfaceOptions surface, bool connected) : IConnectionOptions
{
    public const string Section = "Isthmus:Connections:sage-100";

    public string Connection => SageOptions.Id;

    public IReadOnlyList<OptionsProblem> Validate() => new OptionsProblems("")
        .Unless(connected || !surface.AnySoap, nameof(SageOptions.Surface), "soap",
            $"Set up the connection {SageSoapOptions.Id}, or leave these purposes to the agent.")
        .Found;
}
