using Isthmus.Connectors.Sage300;
using Isthmus.Core.MasterData;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.Sage300ToCrm;

/// <summary>The connection to Sage 300, where it is set up, and the flows from it to the CRM.</summary>
internal static class Sage300ToCrmServices
{
    private const string Connection = $"Connections:{Sage300Options.Id}";

    public static void AddSage300ToCrm(this IServiceCollection services, IConfigurationSection isthmus)
    {
        services.AddSage300Flows(isthmus);
        if (isthmus.GetSection(Connection).Exists()) services.AddSingleton<MappedPartners>();
    }

    /// <summary>The flows alone, which know of no mapping table of accounts.</summary>
    public static void AddSage300Flows(this IServiceCollection services, IConfigurationSection isthmus)
    {
        var connection = isthmus.GetSection(Connection);
        if (connection.Exists()) services.AddSage300(connection);
        services
            .AddSingleton(_ => Sage300ToCrmRules.Read(isthmus.GetSection("Sage300ToCrm")))
            .AddSingleton(app => new Sage300Rows(
                app.GetService<Sage300Client>(), app.GetService<Sage300Options>(), app.GetRequiredService<Sage300ToCrmOptions>()))
            .AddSingleton<IMasterFlow, VendorsToCrm>()
            .AddSingleton<IMasterFlow, VendorContactsToCrm>()
            .AddSingleton<IMasterFlow, CustomersToCrm>()
            .AddSingleton<IMasterFlow, CustomerContactsToCrm>()
            .AddSingleton<InvoiceLines>()
            .AddSingleton<IMasterFlow, ItemsToCrm>()
            .AddSingleton<IMasterFlow, InvoicesToCrm>();
    }
}
