using Isthmus.Core.Items;
using Isthmus.Functions.Items.ToSage;
using Isthmus.Functions.Items.ToZoho;
using Isthmus.Functions.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.Items;

/// <summary>What the items' flows are made of.</summary>
internal static class ItemServices
{
    public static void AddItems(this IServiceCollection services, IConfigurationSection section) => services
        .AddSingleton(_ => ItemSettings.Read(section))
        .AddSingleton<ItemStore>()
        .AddSingleton<ItemReading>()
        .AddSingleton<ItemRuns>()
        .AddSingleton<SageItemFeed>()
        .AddSingleton<ItemDrift>()
        .AddSingleton<SageItemPoll>()
        .AddSingleton<ItemDetails>()
        .AddSingleton<ItemLookup>()
        .AddSingleton<ZohoItemWriter>()
        .AddSingleton<ZohoItemFeed>()
        .AddSingleton<ZohoItemPoll>()
        .AddSingleton<SageItemWriter>()
        .AddSingleton<IEventRoute, ZohoItemRoute>();
}
