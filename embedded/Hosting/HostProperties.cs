namespace Isthmus.Embedded.Hosting;

/// <summary>Names of <c>FunctionsApplicationBuilder.Properties</c> that the embedded host reads.</summary>
internal static class HostProperties
{
    /// <summary>Set by <c>ConfigureFunctionsWebApplication</c>.</summary>
    public const string WebApplication = "Isthmus.WebApplication";

    /// <summary>
    /// <c>Assembly[]</c>: where to look for functions instead of the entry assembly. Start failures are thrown then.
    /// </summary>
    public const string FunctionAssemblies = "Isthmus.FunctionAssemblies";

    /// <summary><c>Type[]</c>: the only classes to look into. Start failures are thrown then.</summary>
    public const string FunctionTypes = "Isthmus.FunctionTypes";
}
