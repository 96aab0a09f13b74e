using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Embedded.Tests.Hosting;

public static class MisusedApp
{
    [Function("Twice")]
    public static void One([TimerTrigger("0 * * * * *")] TimerInfo timer) => _ = timer;

    [Function("twice")]
    public static void Two([TimerTrigger("0 * * * * *")] TimerInfo timer) => _ = timer;

    [Function("BadRoute")]
    public static string BadRoute([HttpTrigger(Route = "a/{id:nothing}")] HttpRequest request) => request.Path;

    [Function("Lost")]
    public static string Lost([HttpTrigger(Route = "b/{id}")] HttpRequest request, string other) => request.Path + other;

    [Function("BadCron")]
    public static void BadCron([TimerTrigger("0 61 * * * *")] TimerInfo timer) => _ = timer;

    [Function("Unset")]
    public static void Unset([QueueTrigger("%NoSuchSetting%")] string text) => _ = text;

    [Function("TwoInputs")]
    public static int TwoInputs([ActivityTrigger] int first, int second) => first + second;

    [Function("NoTrigger")]
    public static void NoTrigger(string text) => _ = text;

    [Function("WrongType")]
    public static void WrongType([OrchestrationTrigger] string context) => _ = context;

    [Function("Clash")]
    public static string Clash([HttpTrigger("get", Route = "same")] HttpRequest request) => request.Path;

    [Function("Clash2")]
    public static string Clash2([HttpTrigger("get", Route = "SAME")] HttpRequest request) => request.Path;

    [Function("Nobody")]
    public static async void Nobody([OrchestrationTrigger] TaskOrchestrationContext context) => await Task.FromResult(context);
}
