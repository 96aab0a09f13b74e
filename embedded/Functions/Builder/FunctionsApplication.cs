namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a Functions app begins.</summary>
public class FunctionsApplication
{
    private FunctionsApplication() { }

    /// <summary>
    /// A builder with configuration (appsettings, local.settings.json, environment, <paramref name="args"/>), logging and
    /// services.
    /// </summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
