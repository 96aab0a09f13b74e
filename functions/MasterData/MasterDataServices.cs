using Isthmus.Core.MasterData;
using Isthmus.Functions.Loads;
using Isthmus.Functions.MasterData.Carrying;
using Isthmus.Functions.MasterData.Duplicates;
using Isthmus.Functions.MasterData.Loading;
using Isthmus.Functions.MasterData.Looking;
using Isthmus.Functions.MasterData.Records;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.MasterData;

/// <summary>What the road of master data to the CRM is made of. Its flows register themselves as <see cref="IMasterFlow"/>.</summary>
internal static class MasterDataServices
{
    public static void AddMasterData(this IServiceCollection services, IConfigurationSection section)
    {
        services
            .AddSingleton(_ => MasterDataRules.Read(section))
            .AddSingleton<MasterFlows>()
            .AddSingleton<MasterGate>()
            .AddSingleton<MasterStore>()
            .AddSingleton<WaitingRecords>()
            .AddSingleton<FlowStates>()
            .AddSingleton<RoundPlace>()
            .AddSingleton<MasterOverview>()
            .AddSingleton<LinkedIds>()
            .AddSingleton<RecordMaking>()
            .AddSingleton<RecordComparing>()
            .AddSingleton<IDuplicateFinder, CrmDuplicates>()
            .AddSingleton<LinkedFlows>()
            .AddSingleton<FieldsThere>()
            .AddSingleton<PageSorting>()
            .AddSingleton<WritePlanning>()
            .AddSingleton<SentBodies>()
            .AddSingleton<PageSettling>()
            .AddSingleton<RecordWriting>();
        services
            .AddSingleton<WaitingRound>()
            .AddSingleton<GoneEnding>()
            .AddSingleton<GoneLetters>()
            .AddSingleton<GoneRecords>()
            .AddSingleton<OldRefusals>()
            .AddSingleton<GoneDecision>()
            .AddSingleton<CrmDrift>()
            .AddSingleton<MasterLook>()
            .AddSingleton<LookTimes>()
            .AddSingleton<DryLooks>()
            .AddSingleton<IMasterRounds, LookRounds>()
            .AddSingleton<IMasterRecords, SingleRecords>()
            .AddSingleton<ILoadKindSource, MasterLoads>();
    }
}
