using Isthmus.Connectors.Intacct;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.MasterData;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.IntacctToCrm;

/// <summary>Sage Intacct to the CRM: the connection, where it is set up, and its flows.</summary>
internal static class IntacctServices
{
    public static void AddIntacctToCrm(this IServiceCollection services, IConfigurationSection isthmus)
    {
        var connection = isthmus.GetSection("Connections:" + IntacctOptions.Id);
        if (connection.Exists()) services.AddSageIntacct(connection);
        var options = IntacctFlowSettings.Read(isthmus.GetSection("IntacctToCrm"));
        services
            .AddSingleton<IMasterFlow>(app => new IntacctCustomers(Reading(app), options))
            .AddSingleton<IMasterFlow>(app => new IntacctContacts(Reading(app), options, app.GetRequiredService<CrossReferenceStore>()))
            .AddSingleton<IMasterFlow>(app => new IntacctVendors(Reading(app), options));
    }

    private static IntacctReading? Reading(IServiceProvider app) => app.GetService<IntacctClient>() is { } client
        ? new IntacctReading(client, app.GetRequiredService<IntacctOptions>(), app.GetRequiredService<TimeProvider>()) : null;
}
