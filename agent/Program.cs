using Isthmus.Agent.Hosting;

return await AgentApp.RunAsync(args);
