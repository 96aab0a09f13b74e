using Isthmus.Core.Customers;
using Isthmus.Functions.Customers.Carrying;
using Isthmus.Functions.Customers.Looking;
using Isthmus.Functions.Customers.Pairing;
using Isthmus.Functions.Customers.Unpairing;
using Isthmus.Functions.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.Customers;

/// <summary>What the customers' flow is made of.</summary>
internal static class CustomerServices
{
    public static void AddCustomers(this IServiceCollection services, IConfigurationSection section)
    {
        services.Configure<CustomerOptions>(section);
        services
            .AddSingleton<CustomerRules>()
            .AddSingleton<CustomerLinkStore>()
            .AddSingleton<TravellingFields>()
            .AddSingleton<StripeCustomers>()
            .AddSingleton<ZohoContacts>()
            .AddSingleton<SageCustomers>()
            .AddSingleton<ICustomerSide>(given => given.GetRequiredService<StripeCustomers>())
            .AddSingleton<ICustomerSide>(given => given.GetRequiredService<ZohoContacts>())
            .AddSingleton<ICustomerSide>(given => given.GetRequiredService<SageCustomers>())
            .AddSingleton<ContactReferences>()
            .AddSingleton<ContactsOfCustomers>()
            .AddSingleton<MergedContacts>()
            .AddSingleton<CustomerFeeds>()
            .AddSingleton<CustomerPoll>()
            .AddSingleton<IEventRoute, CustomerRoute>()
            .AddSingleton<IEventRoute, ContactRoute>();
    }
}
